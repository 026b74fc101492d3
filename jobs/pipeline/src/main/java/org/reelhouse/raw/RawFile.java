package org.reelhouse.raw;

import java.io.Serializable;

/**
 * One landed file.
 *
 * @param name the file's name inside its snapshot, in the spelling of its publisher
 * @param bytes size as received, compressed if it came compressed
 * @param sha256 digest of the bytes as received, 64 lower-case hex digits
 */
public record RawFile(String name, long bytes, String sha256) implements Serializable {}
