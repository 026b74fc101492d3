package org.reelhouse.recommend.catalogue;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reelhouse.text.EnglishStems;
import org.reelhouse.text.TextHash;

/**
 * The terms of a title's content as hashes, in three groups: text (stems of title and overview
 * without stop words), people, genres. Each group holds each term once, ascending.
 */
final class ContentTerms {
  static final int GROUPS = 3;
  static final ContentTerms NONE = new ContentTerms(new int[0], new int[0], new int[0]);

  private static final int CAST = 8;
  private static final int COMPANIES = 3;
  private static final int KEYWORDS = 12;

  /** Bytes of most titles. */
  private static final int USUAL_SIZE = 512;

  private final int[][] groups;

  private ContentTerms(int[]... groups) {
    this.groups = groups;
  }

  /**
   * The terms of one title.
   *
   * @param people by role, the most important first: cast, directors, companies
   */
  static ContentTerms of(
      @Nullable String title,
      @Nullable String overview,
      List<List<String>> people,
      @Nullable String collection,
      List<String> genres,
      List<String> keywords) {
    List<Integer> makers = new ArrayList<>();
    List<Integer> most = List.of(CAST, CAST, COMPANIES);
    for (int role = 0; role < people.size(); role++) {
      String prefix = role < 2 ? "person " : "company ";
      people.get(role).stream()
          .limit(most.get(role))
          .forEach(name -> makers.add(hash(prefix, name)));
    }
    Stream.ofNullable(collection).forEach(name -> makers.add(hash("collection ", name)));
    List<Integer> sorts = new ArrayList<>();
    genres.forEach(genre -> sorts.add(hash("genre ", genre)));
    keywords.stream().limit(KEYWORDS).forEach(word -> sorts.add(hash("keyword ", word)));
    return new ContentTerms(stems(title, overview), sorted(makers), sorted(sorts));
  }

  private static int[] stems(@Nullable String title, @Nullable String overview) {
    String text = (title == null ? "" : title) + "\n" + (overview == null ? "" : overview);
    return sorted(EnglishStems.of(text).stream().map(TextHash::bits32).toList());
  }

  private static int hash(String prefix, String term) {
    return TextHash.bits32(prefix + term.toLowerCase(Locale.ROOT));
  }

  private static int[] sorted(List<Integer> hashes) {
    return hashes.stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
  }

  /** The terms of a group. */
  int[] group(int group) {
    return groups[group].clone();
  }

  /** The groups one after the other, each behind its length. */
  byte[] packed() {
    Output output = new Output(USUAL_SIZE, -1);
    for (int[] group : groups) {
      output.writeVarInt(group.length, true);
      output.writeInts(group);
    }
    return output.toBytes();
  }

  /** What {@link #packed} made. */
  static ContentTerms unpacked(byte[] packed) {
    Input input = new Input(packed);
    int[][] groups = new int[GROUPS][];
    for (int group = 0; group < GROUPS; group++) {
      groups[group] = input.readInts(input.readVarInt(true));
    }
    return new ContentTerms(groups);
  }
}
