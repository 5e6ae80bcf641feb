namespace Unrolled.Tests.Tasks;

public class CloudsTaskTests
{
    private static readonly CloudsTask Task = new(0, 5);

    [Fact]
    public void The_sentence_without_a_word_between_is_that_of_the_clouds() => Assert.Contains(
        "the clouds float in the sky", new CloudsTask(0, 0).Draw(50, new Xoshiro256(1)).Select(CloudsTask.TextOf));

    [Fact]
    public void Every_thing_is_drawn_with_its_place_and_every_number_of_words()
    {
        string[][] words = [.. Task.Draw(2000, new Xoshiro256(2)).Select(one => CloudsTask.TextOf(one).Split(' '))];

        Assert.Equal(
            CloudsTask.Places.Order(), words.Select(one => (one[1], one[^1])).Distinct().Order());
        Assert.Equal([6, 7, 8, 9, 10, 11], words.Select(one => one.Length).Distinct().Order());
        Assert.All(words.GroupBy(one => one[1]), thing => Assert.InRange(thing.Count(), 400, 600));
    }

    [Fact]
    public void The_places_begin_with_different_letters_and_no_word_before_them_depends_on_the_thing()
    {
        Assert.Distinct(CloudsTask.Places.Select(pair => pair.Place[0]));
        string between(string text) => string.Join(' ', text.Split(' ')[2..^1]);
        var ofThings = new CloudsTask(1, 1).Draw(4000, new Xoshiro256(3)).Select(CloudsTask.TextOf)
            .GroupBy(text => text.Split(' ')[1], between);
        Assert.All(ofThings, texts => Assert.Equal(8, texts.Distinct().Count()));
    }

    [Fact]
    public void Every_step_asks_for_the_next_letter()
    {
        ClassExample example = Task.Draw(new Xoshiro256(4));
        string text = CloudsTask.TextOf(example);

        Assert.Equal(text[1..], string.Concat(example.Targets.Select(target => CloudsTask.Letters[target])));
        Assert.Equal(text.Length - 1, example.TargetSteps.Count());
    }

    [Fact]
    public void Asked_for_the_place_only_its_first_letter_counts()
    {
        foreach (ClassExample example in Task.Draw(20, new Xoshiro256(5)))
        {
            string text = CloudsTask.TextOf(example);
            ClassExample asked = CloudsTask.AskedForPlace(example);
            int step = Assert.Single(asked.TargetSteps);
            Assert.Equal(text.Split(' ')[^1][0], CloudsTask.Letters[asked.Targets[step]]);
            Assert.Equal(text.Length - text.Split(' ')[^1].Length - 1, step);
        }

        ClassExample same = new CloudsTask(0, 5, placeOnly: true).Draw(new Xoshiro256(6));
        Assert.Equal(CloudsTask.AskedForPlace(Task.Draw(new Xoshiro256(6))).Targets, same.Targets);
    }

    [Fact]
    public void The_lag_is_counted_from_the_last_letter_of_the_thing_to_the_first_of_the_place()
    {
        // clouds| float in the |s
        Assert.Equal(15, CloudsTask.Lag(new CloudsTask(0, 0).Draw(new Xoshiro256(7))));
        ClassExample longer = new CloudsTask(2, 2).Draw(new Xoshiro256(8));
        string[] words = CloudsTask.TextOf(longer).Split(' ');
        Assert.Equal(15 + words[2].Length + words[3].Length + 2, CloudsTask.Lag(longer));
    }

    [Fact]
    public void Too_few_words_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CloudsTask(-1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CloudsTask(3, 2));
    }
}
