package org.reelhouse.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reelhouse.match.Profiles.film;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

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

  private static List<String> pairs(List<Member> members, int limit) {
    Map<Long, List<Member>> blocks = new TreeMap<>();
    for (Member member : members) {
      for (long key : member.keys().hashes()) {
        blocks.computeIfAbsent(key, block -> new ArrayList<>()).add(member);
      }
    }
    List<String> pairs = new ArrayList<>();
    blocks.forEach(
        (key, titles) ->
            new Block(key, titles, limit)
                .pairs((left, right) -> pairs.add(left.reference() + " " + right.reference())));
    return pairs;
  }

  private static Block block(List<Member> members, int limit) {
    return new Block(members.get(0).keys().hashes()[0], members, limit);
  }
}
