package org.reelhouse.match.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reelhouse.match.comparison.Profiles.film;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.reelhouse.match.comparison.Profile;
import org.reelhouse.reference.Kind;

final class BlockTest {

  @Test
  void handsOutEveryPairOnceHoweverManyBlocksItShares() {
    List<Member> members = new ArrayList<>();
    for (int year = 2000; year < 2004; year++) {
      members.add(Member.of(film("a:" + year, "Silent Valley Road", year).by("jo may").profile()));
      members.add(Member.of(film("b:" + year, "Silent Valley Road", year).by("jo may").profile()));
    }
    Collections.shuffle(members, new Random(5));

    List<String> pairs = pairs(members, 100);

    // In one year or in two that follow each other: 4 + 2 * 3.
    assertThat(pairs).doesNotHaveDuplicates().hasSize(10).contains("a:2000 b:2001");
  }

  @Test
  void comparesALargeBlockByYear() {
    List<Member> members = new ArrayList<>();
    for (int year = 2000; year < 2010; year++) {
      members.add(Member.of(film("a:" + year, "Home Alone", year).profile()));
      members.add(Member.of(film("b:" + year, "Home Alone", year).profile()));
    }
    members.add(Member.of(film("c:1", "Home Alone", null).profile()));

    assertThat(pairs(members, 100)).hasSize(10 + 2 * 9 + 20);
    assertThat(pairs(members, 4)).hasSize(10 + 2 * 9);
    assertThat(block(members, 4).oversized()).containsExactly(Map.entry("title homealone", 1L));
  }

  @Test
  void comparesTitlesOfOneAudienceHoweverTheyAreMisspelt() {
    List<Member> members =
        List.of(
            Member.of(film("a:1", "Sawanasa", null).audience(2947L, 7.1)),
            Member.of(film("b:1", "Sawaansa", 1981).audience(2947L, 7.1)),
            Member.of(film("c:1", "Sawnaasa", 1981).audience(2947L, 7.2)));

    assertThat(pairs(members, 100)).containsExactly("a:1 b:1");
  }

  @Test
  void fewMembersDoNotNameATitle() {
    List<Member> members =
        List.of(
            Member.of(film("a:1", "Sawanasa", null).audience(12L, 7.1)),
            Member.of(film("b:1", "Sawaansa", 1981).audience(12L, 7.1)));

    assertThat(pairs(members, 100)).isEmpty();
  }

  @Test
  void triesEachPairWithIdsOnceAndMissesThoseThatOnlyTheirIdsBringTogether() {
    String sampled = sampled();
    List<Member> members =
        List.of(
            Member.of(film(sampled, "Silent Valley Road", 2015).ids("imdb=tt1").profile()),
            Member.of(film("b:same", "Silent Valley Road", 2015).ids("imdb=tt1").profile()),
            Member.of(film("c:remake", "Silent Valley Road", 2016).ids("imdb=tt2").profile()),
            Member.of(film("d:later", "Silent Valley Road", 2019).ids("imdb=tt1").profile()),
            Member.of(film("e:other", "Le val muet", 2015).ids("imdb=tt1").profile()),
            Member.of(
                film("f:shown", "The Silent Valley", 2015)
                    .kind(Kind.SERIES)
                    .ids("imdb=tt1")
                    .profile()),
            Member.of(film("g:without", "Silent Valley Road", 2015).profile()));
    List<String> tried = new ArrayList<>();
    List<String> missed = new ArrayList<>();

    blocks(members, 100)
        .forEach(
            block ->
                block.trials(
                    (left, right) -> tried.add(other(sampled, left, right)),
                    (left, right) -> missed.add(other(sampled, left, right))));

    // Others may take part by chance; their pairs are two references.
    assertThat(tried).doesNotHaveDuplicates();
    assertThat(missed).doesNotHaveDuplicates();
    assertThat(tried)
        .filteredOn(pair -> !pair.contains(" "))
        .containsExactlyInAnyOrder("b:same", "c:remake");
    assertThat(missed)
        .filteredOn(pair -> !pair.contains(" "))
        .containsExactlyInAnyOrder("d:later", "e:other", "f:shown");
  }

  @Test
  void missesATrialInABlockThatIsTooLarge() {
    String sampled = sampled();
    List<Member> members = new ArrayList<>();
    for (String reference : List.of(sampled, "b:1", "c:1", "d:1")) {
      members.add(Member.of(film(reference, "Home Alone", 2015).ids("imdb=tt1").profile()));
    }
    List<String> missed = new ArrayList<>();

    blocks(members, 3)
        .forEach(
            block ->
                block.trials(
                    (left, right) -> {
                      throw new AssertionError(left + " and " + right + " are not compared");
                    },
                    (left, right) -> missed.add(other(sampled, left, right))));

    assertThat(missed).contains("b:1", "c:1", "d:1");
  }

  @Test
  void comparesTitlesThatCameWithAllAndNotThoseThatStayedWithEachOther() {
    Member stayed = Member.of(road("a:1"), Standing.STAYED);
    Member other = Member.of(road("b:1"), Standing.STAYED);
    Member came = Member.of(road("c:1"), Standing.CAME);
    Member went = Member.of(road("d:1"), Standing.WENT);

    assertThat(pairs(List.of(stayed, other, came, went), 10)).containsExactly("a:1 c:1", "b:1 c:1");
    assertThat(pairs(List.of(stayed, other, went), 10)).isEmpty();
  }

  @Test
  void comparesAllAgainWhereNamesakesOrTheSizeOfABlockChanged() {
    Member stayed = Member.of(road("a:1"), Standing.STAYED);
    Member other = Member.of(road("b:1"), Standing.STAYED);
    Member namesake = Member.of(road("a:2"), Standing.WENT);

    Block titled = block(List.of(stayed, other, namesake), 10);
    assertThat(titled.isRestructured()).isTrue();
    assertThat(titled.namesakes()).isEqualTo(1);
    assertThat(pairs(List.of(stayed, other, namesake), 10)).containsExactly("a:1 b:1");

    Member third = Member.of(road("c:1"), Standing.WENT);
    assertThat(block(List.of(stayed, other, third), 2).isRestructured()).isTrue();
    assertThat(block(List.of(stayed, other, third), 3).isRestructured()).isFalse();
  }

  private static Profile road(String reference) {
    return film(reference, "Silent Valley Road", 2015).profile();
  }

  /** A reference that takes part in trials. */
  private static String sampled() {
    return IntStream.range(0, 1000)
        .mapToObj(number -> "a:" + number)
        .filter(name -> Trial.samples(film(name, "Any", 2000).ids("imdb=tt1").profile()))
        .findFirst()
        .orElseThrow();
  }

  private static String other(String one, Profile left, Profile right) {
    return left.reference().equals(one)
        ? right.reference()
        : right.reference().equals(one)
            ? left.reference()
            : left.reference() + " " + right.reference();
  }

  private static List<String> pairs(List<Member> members, int limit) {
    List<String> pairs = new ArrayList<>();
    blocks(members, limit)
        .forEach(
            block ->
                block.pairs(
                    (left, right) -> pairs.add(left.reference() + " " + right.reference())));
    return pairs;
  }

  private static List<Block> blocks(List<Member> members, int limit) {
    Map<Long, List<Member>> blocks = new TreeMap<>();
    for (Member member : members) {
      for (long key : member.keys().hashes()) {
        blocks.computeIfAbsent(key, block -> new ArrayList<>()).add(member);
      }
    }
    return blocks.entrySet().stream()
        .map(block -> new Block(block.getKey(), block.getValue(), limit))
        .toList();
  }

  private static Block block(List<Member> members, int limit) {
    return new Block(members.get(0).keys().hashes()[0], members, limit);
  }
}
