package org.reelhouse.cli.session;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Loads what its parent loads, and remembers which classes there are not.
 *
 * <p>Spark's compiler of generated code asks for hundreds of names that may be a class ({@code
 * java.lang.scala}), again for each piece of code. To find that there is none takes a look into
 * every jar of the class path.
 */
final class KnownMisses extends ClassLoader {
  /** Far above what a run asks for; a bound on what is kept. */
  private static final int MOST = 20_000;

  static {
    // Else threads that look up classes by name would wait for each other.
    registerAsParallelCapable();
  }

  private final Set<String> missing = ConcurrentHashMap.newKeySet();

  KnownMisses(ClassLoader parent) {
    super(parent);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (missing.contains(name)) {
      throw new ClassNotFoundException(name);
    }
    try {
      return getParent().loadClass(name);
    } catch (ClassNotFoundException e) {
      if (missing.size() < MOST) {
        missing.add(name);
      }
      throw e;
    }
  }
}
