package org.reelhouse.popularity;

import java.io.Serializable;

/** A forest, the titles it learned from, and how far its intervals reach. */
record Learned(Forest forest, Training training, Calibration calibration) implements Serializable {}
