package org.reelhouse.raw;

import java.io.Serializable;

/**
 * One snapshot that is to be read.
 *
 * @param layout how the bytes become records
 * @param mapper makes rows of one record; records that could not be parsed come with {@link
 *     RawRecord#problem}
 */
public record RawReading(RawSnapshot snapshot, RawLayout layout, RecordMapper mapper)
    implements Serializable {}
