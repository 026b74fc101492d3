package org.reelhouse.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests that need a SparkSession, which they get as a parameter. They belong to the stage jobs of
 * {@code scripts/test}; the stage unit has no session to give.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("spark")
@ExtendWith(SparkExtension.class)
public @interface SparkTest {}
