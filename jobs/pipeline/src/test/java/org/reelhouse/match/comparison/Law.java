package org.reelhouse.match.comparison;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.domains.Domain;

/** A property that holds for all of {@link AnyListing}; tried on the same few in every run. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Property(
    tries = 200,
    seed = "20260101",
    edgeCases = EdgeCasesMode.NONE,
    shrinking = ShrinkingMode.BOUNDED)
@Domain(AnyListing.class)
public @interface Law {}
