using System.Diagnostics;
using System.Globalization;
using Unrolled.Mutation.Mutants;
using Unrolled.Mutation.Trials;

namespace Unrolled.Mutation;

/// <summary>
/// <c>dotnet run --project tests/Unrolled.Mutation [COUNT [SEED]]</c>, after <c>dotnet build</c>: draws mutants of
/// gates, gradients, truncation and masking, runs the fast tests on each until one fails, and prints the survivors with
/// the reasons that <see cref="KnownSurvivors"/> has for them. It fails where less than nine tenths are killed.
/// </summary>
internal static class MutationProgram
{
    private const int DefaultCount = 120;
    private const int DefaultSeed = 1;
    private const double LeastShare = .9;

    internal static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        (int count, int seed) = (DefaultCount, DefaultSeed);
        if (arguments.Count > 2
            || (arguments.Count > 0 && !int.TryParse(arguments[0], CultureInfo.InvariantCulture, out count))
            || (arguments.Count > 1 && !int.TryParse(arguments[1], CultureInfo.InvariantCulture, out seed))
            || count < 1)
        {
            errors.WriteLine("Expected the number of mutants, at least 1, and a seed, or less.");
            return 2;
        }

        if (!Directory.Exists(TestFolder.Built(Repository.Root)))
        {
            errors.WriteLine($"There is no {TestFolder.Built(Repository.Root)}; build first: dotnet build");
            return 2;
        }

        Library library = Library.Load(Repository.Root);
        using TestFolder first = TestFolder.Copy(Repository.Root), second = TestFolder.Copy(Repository.Root);
        library.Emit(first.Library);
        Stopwatch clock = Stopwatch.StartNew();
        Trial unchanged = first.Run("Layers", TimeSpan.FromMinutes(10));
        if (unchanged.Outcome != TrialOutcome.Survived)
        {
            errors.WriteLine($"The tests fail without a mutant: {unchanged.Detail}");
            return 2;
        }

        TimeSpan patience = 4 * clock.Elapsed + TimeSpan.FromSeconds(20);
        Queue<Mutant> drawn = new(Drawn(library, seed));
        output.WriteLine(
            $"{drawn.Count} possible mutants, of which {count} are tried, drawn from seed {seed}; the tests alone take "
            + $"{clock.Elapsed.TotalSeconds:0} s.");
        List<(Mutant Mutant, Trial Trial)> trials = [];
        int left = count;
        Parallel.ForEach([first, second], Work);
        return Report(trials, output);

        void Work(TestFolder folder)
        {
            while (true)
            {
                Mutant? mutant;
                lock (drawn)
                {
                    if (left == 0 || !drawn.TryDequeue(out mutant))
                        return;
                    left--;
                }

                if (!library.Emit(folder.Library, mutant))
                {
                    lock (drawn)
                        left++;
                    continue;
                }

                Trial trial = folder.Run(mutant.Room, patience);
                lock (drawn)
                {
                    trials.Add((mutant, trial));
                    output.WriteLine($"{trials.Count,4} {trial.Outcome,-8} {mutant}");
                }
            }
        }
    }

    // In an order that the seed decides; not all of them compile.
    private static IEnumerable<Mutant> Drawn(Library library, int seed)
    {
        Xoshiro256 random = new(seed);
        return library.Mutants().Select(mutant => (mutant, order: random.NextDouble())).OrderBy(one => one.order)
            .Select(one => one.mutant);
    }

    private static int Report(List<(Mutant Mutant, Trial Trial)> trials, TextWriter output)
    {
        IReadOnlyDictionary<string, string> reasons = KnownSurvivors.Read(Repository.Root);
        foreach (var outcome in trials.GroupBy(one => one.Trial.Outcome).OrderBy(group => group.Key))
            output.WriteLine($"{outcome.Count(),4} {outcome.Key}");
        foreach ((Mutant mutant, Trial trial) in trials.Where(one => one.Trial.Outcome == TrialOutcome.Survived))
        {
            output.WriteLine();
            output.WriteLine($"Survived: {mutant}");
            output.WriteLine(reasons.GetValueOrDefault(mutant.ToString(), "without a reason yet"));
        }

        double share = trials.Count(one => one.Trial.Outcome != TrialOutcome.Survived) / (double)trials.Count;
        output.WriteLine();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{share:P1} of {trials.Count} mutants are killed; at least {LeastShare:P0} are asked."));
        return share >= LeastShare ? 0 : 1;
    }
}
