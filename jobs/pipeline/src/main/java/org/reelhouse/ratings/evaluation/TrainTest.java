package org.reelhouse.ratings.evaluation;

import java.nio.file.Path;

/** Two files of ratings: one to learn from and one to measure on. */
public record TrainTest(Path training, Path test) {}
