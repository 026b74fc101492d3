package org.reelhouse.config;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The bounds that settings check in their constructors. Keys are as written in YAML. */
public final class Require {
  private Require() {}

  public static <T> T present(String key, @Nullable T value) {
    if (value == null) {
      throw new InvalidSetting(key, "is missing");
    }
    return value;
  }

  /** A copy of a list without empty elements. */
  public static <T> List<T> full(String key, @Nullable List<T> list) {
    if (present(key, list).stream().anyMatch(Objects::isNull)) {
      throw new InvalidSetting(key, "has an empty element");
    }
    return List.copyOf(list);
  }

  /** A copy of a map without empty values. */
  public static <T> Map<String, T> full(String key, @Nullable Map<String, T> map) {
    present(key, map)
        .forEach(
            (below, value) -> {
              if (value == null) {
                throw new InvalidSetting(key + "." + below, "is empty");
              }
            });
    return Map.copyOf(map);
  }

  public static void atLeast(String key, double value, double least) {
    if (!(value >= least)) {
      throw new InvalidSetting(key, "must be at least " + plain(least) + " but is " + plain(value));
    }
    if (Double.isInfinite(value)) {
      throw new InvalidSetting(key, "must be finite");
    }
  }

  public static void between(String key, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new InvalidSetting(
          key,
          "must be between " + plain(least) + " and " + plain(most) + " but is " + plain(value));
    }
  }

  public static void oneOf(String key, String value, Collection<String> allowed) {
    if (!allowed.contains(value)) {
      throw new InvalidSetting(
          key, "must be one of " + String.join(", ", allowed) + " but is " + value);
    }
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
