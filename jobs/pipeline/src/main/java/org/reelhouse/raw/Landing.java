package org.reelhouse.raw;

/**
 * What became of a landing.
 *
 * @param snapshot the snapshot that holds the files now
 * @param unchanged whether the files were there before, so that nothing was written
 */
public record Landing(RawSnapshot snapshot, boolean unchanged) {}
