package org.reelhouse.match.blocking;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reelhouse.match.comparison.Fingerprints;
import org.reelhouse.match.comparison.Profile;
import org.reelhouse.match.comparison.TitleKey;
import org.reelhouse.reference.Kind;

/**
 * A {@link Member} as bytes. A profile travels to some ten blocks, in most of which it is alone:
 * columns would be taken apart and put together there for nothing.
 */
public final class PackedProfile {
  private static final int USUAL_SIZE = 512;

  /** A kind travels as its place here. */
  private static final List<Kind> KINDS = List.of(Kind.values());

  private PackedProfile() {}

  public static byte[] pack(Member member) {
    Output output = new Output(USUAL_SIZE, -1);
    output.writeByte(member.standing().code());
    writeHashes(member.keys(), output);
    write(member.profile(), output);
    return output.toBytes();
  }

  public static Member unpack(byte[] packed) {
    Input input = new Input(packed);
    Standing standing = Standing.ofCode(input.readByte());
    Fingerprints keys = readHashes(input);
    return new Member(read(input), keys, standing);
  }

  /** The standing of what {@link #pack} packed. */
  static Standing standing(byte[] packed) {
    return Standing.ofCode(packed[0]);
  }

  private static void write(Profile profile, Output output) {
    output.writeString(profile.reference());
    output.writeByte(KINDS.indexOf(profile.kind()));
    output.writeLong(profile.spelling());
    writeList(profile.titles().stream().map(TitleKey::text).toList(), output);
    writeNumber(profile.year(), output);
    writeNumber(profile.day(), output);
    writeNumber(profile.runtime(), output);
    writeNumber(profile.seasons(), output);
    writeNumber(profile.episodes(), output);
    output.writeString(profile.series() == null ? null : profile.series().text());
    output.writeDouble(profile.score() == null ? Double.NaN : profile.score());
    writeNumber(profile.members(), output);
    output.writeString(profile.language());
    writeHashes(profile.countries(), output);
    writeHashes(profile.genres(), output);
    writeList(profile.directors(), output);
    writeHashes(profile.cast(), output);
    writeHashes(profile.overview(), output);
    writeList(profile.ids(), output);
  }

  private static Profile read(Input input) {
    return new Profile(
        input.readString(),
        KINDS.get(input.readByte()),
        input.readLong(),
        readTitles(input),
        readInteger(input),
        readNumber(input),
        readInteger(input),
        readInteger(input),
        readInteger(input),
        readSeries(input),
        readScore(input),
        readNumber(input),
        input.readString(),
        readHashes(input),
        readHashes(input),
        readList(input),
        readHashes(input),
        readHashes(input),
        readList(input));
  }

  private static void writeList(List<String> values, Output output) {
    output.writeVarInt(values.size(), true);
    values.forEach(output::writeString);
  }

  private static List<String> readList(Input input) {
    int size = input.readVarInt(true);
    if (size == 0) {
      return List.of();
    }
    List<String> values = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      values.add(input.readString());
    }
    return values;
  }

  private static List<TitleKey> readTitles(Input input) {
    int size = input.readVarInt(true);
    List<TitleKey> titles = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      titles.add(TitleKey.ofText(input.readString()));
    }
    return titles;
  }

  private static @Nullable TitleKey readSeries(Input input) {
    String series = input.readString();
    return series == null ? null : TitleKey.ofText(series);
  }

  private static void writeHashes(Fingerprints values, Output output) {
    output.writeVarInt(values.size(), true);
    output.writeLongs(values.hashes());
  }

  private static Fingerprints readHashes(Input input) {
    return Fingerprints.ofHashes(input.readLongs(input.readVarInt(true)));
  }

  private static void writeNumber(@Nullable Number value, Output output) {
    output.writeVarLong(value == null ? Long.MIN_VALUE : value.longValue(), false);
  }

  private static @Nullable Long readNumber(Input input) {
    long value = input.readVarLong(false);
    return value == Long.MIN_VALUE ? null : value;
  }

  private static @Nullable Integer readInteger(Input input) {
    Long value = readNumber(input);
    return value == null ? null : Math.toIntExact(value);
  }

  private static @Nullable Double readScore(Input input) {
    double value = input.readDouble();
    return Double.isNaN(value) ? null : value;
  }
}
