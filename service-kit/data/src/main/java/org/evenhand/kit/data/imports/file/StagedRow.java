package org.evenhand.kit.data.imports.file;

import java.util.List;
import java.util.Map;
import org.evenhand.kit.web.problem.Violation;

/** A row as it was read. With errors it is refused before any handler sees it. */
public record StagedRow(long row, Map<String, String> values, List<Violation> errors) {}
