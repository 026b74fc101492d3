package org.reelhouse.recommend.catalogue;

import java.io.Serializable;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;

/** Labels of one sort, such as genres, of many titles: each title has any number of them. */
public final class Labels implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String[] names;
  private final int[] starts;
  private final int[] labels;

  private Labels(String[] names, int[] starts, int[] labels) {
    this.names = names;
    this.starts = starts;
    this.labels = labels;
  }

  /** The labels of titles, in the order of their positions. */
  static Labels of(List<List<String>> ofTitles) {
    TreeSet<String> all = new TreeSet<>();
    ofTitles.forEach(all::addAll);
    String[] names = all.toArray(String[]::new);
    TreeMap<String, Integer> codes = new TreeMap<>();
    for (int code = 0; code < names.length; code++) {
      codes.put(names[code], code);
    }
    int[] starts = new int[ofTitles.size() + 1];
    int[] labels = new int[ofTitles.stream().mapToInt(List::size).sum()];
    int place = 0;
    for (int title = 0; title < ofTitles.size(); title++) {
      for (String name : ofTitles.get(title)) {
        labels[place++] = codes.getOrDefault(name, 0);
      }
      starts[title + 1] = place;
    }
    return new Labels(names, starts, labels);
  }

  /** Number of different labels; each is named by a code below. */
  public int count() {
    return names.length;
  }

  public String name(int code) {
    return names[code];
  }

  /** The first place of a title's labels. */
  public int start(int title) {
    return starts[title];
  }

  /** The place behind the last of a title's labels. */
  public int end(int title) {
    return starts[title + 1];
  }

  /** The code of the label at a place. */
  public int at(int place) {
    return labels[place];
  }

  /** The codes of labels by their names in any case; names of no title are passed over. */
  public BitSet codes(Collection<String> wanted) {
    TreeSet<String> lower = new TreeSet<>();
    wanted.forEach(name -> lower.add(name.toLowerCase(Locale.ROOT)));
    BitSet codes = new BitSet(names.length);
    for (int code = 0; code < names.length; code++) {
      codes.set(code, lower.contains(names[code].toLowerCase(Locale.ROOT)));
    }
    return codes;
  }

  /** Whether a title has one of some labels. */
  public boolean hasAny(int title, BitSet codes) {
    for (int place = starts[title]; place < starts[title + 1]; place++) {
      if (codes.get(labels[place])) {
        return true;
      }
    }
    return false;
  }
}
