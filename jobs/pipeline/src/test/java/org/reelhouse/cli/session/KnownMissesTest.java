package org.reelhouse.cli.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownMissesTest {
  private final List<String> asked = new ArrayList<>();

  private final ClassLoader parent =
      new ClassLoader(KnownMissesTest.class.getClassLoader()) {
        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
          asked.add(name);
          return super.loadClass(name, resolve);
        }
      };

  private final ClassLoader loader = new KnownMisses(parent);

  @Test
  void loadsTheParentsOwnClasses() throws ClassNotFoundException {
    assertThat(loader.loadClass(KnownMissesTest.class.getName())).isSameAs(KnownMissesTest.class);
  }

  @Test
  void asksForAMissingClassOnce() {
    for (int i = 0; i < 3; i++) {
      assertThatExceptionOfType(ClassNotFoundException.class)
          .isThrownBy(() -> loader.loadClass("java.lang.scala"))
          .withMessage("java.lang.scala");
    }
    assertThat(asked).containsExactly("java.lang.scala");
  }

  @Test
  void findsResourcesOfTheParent() {
    assertThat(loader.getResource("log4j2.properties")).isNotNull();
  }
}
