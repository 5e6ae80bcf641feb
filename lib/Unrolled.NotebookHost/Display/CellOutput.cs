namespace Unrolled.NotebookHost.Display;

/// <summary>Something that a cell shows while it runs: what the Jupyter protocol calls an IOPub message.</summary>
public abstract record CellOutput;
