using Unrolled.Mutation.Mutants;

namespace Unrolled.Tests.Mutation;

public sealed class LibraryTests
{
    [Fact]
    public void The_library_that_is_mutated_compiles_and_has_every_file_of_the_scope()
    {
        using TemporaryFolder folder = new();
        Library library = Library.Load(Unrolled.Mutation.Repository.Root);

        Assert.True(library.Emit(folder["Unrolled.dll"]));

        Assert.True(library.Mutants().Count() >= 1000);
    }
}
