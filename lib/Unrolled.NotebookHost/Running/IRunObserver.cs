using Unrolled.NotebookHost.Display;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Running;

/// <summary>Observes a run of notebooks; calls for different notebooks may come at the same time.</summary>
internal interface IRunObserver
{
    /// <summary>A project that notebooks reference is about to be built.</summary>
    void BuildStarted(string project);

    /// <summary>A notebook's first cell is about to run.</summary>
    void NotebookStarted(NotebookSource notebook, int cellCount);

    /// <summary>A cell is about to run.</summary>
    /// <param name="notebook">Its notebook.</param>
    /// <param name="number">Its number among the notebook's code cells.</param>
    /// <param name="elapsed">The time since the notebook started.</param>
    void CellStarted(NotebookSource notebook, int number, TimeSpan elapsed);

    /// <summary>The running cell shows something.</summary>
    void CellShowed(NotebookSource notebook, CellOutput output);

    /// <summary>The running cell has ended.</summary>
    void CellFinished(NotebookSource notebook, CellReport cell);

    /// <summary>A notebook has ended, or cannot be run.</summary>
    void NotebookFinished(NotebookReport report);
}
