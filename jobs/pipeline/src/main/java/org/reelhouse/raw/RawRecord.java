package org.reelhouse.raw;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of a raw file: a line of a delimited file, or an element of a JSON document.
 *
 * @param file name of the file inside its snapshot
 * @param line first line of the record, from 1 and counting the header; for JSON the number of the
 *     element in its file, from 1
 * @param text the record as received, for quarantine
 * @param cells for a delimited file one cell for each column of the layout, null where the cell is
 *     empty or the file lacks the optional column; without elements for JSON
 * @param json for a JSON document the element; null for a delimited file
 * @param problem why the record could not be parsed, such as {@code 5 cells where the header has
 *     7}; then cells and json are not to be used
 */
public record RawRecord(
    String source,
    String dataset,
    LocalDate snapshot,
    String file,
    long line,
    String text,
    List<@Nullable String> cells,
    @Nullable JsonNode json,
    @Nullable String problem) {}
