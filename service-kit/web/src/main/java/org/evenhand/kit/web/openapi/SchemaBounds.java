package org.evenhand.kit.web.openapi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The bounds of all that is written in one place of a message, such as a header or a body.
 *
 * @param text the characters of a text
 * @param elements the elements of a list
 */
record SchemaBounds(int text, int elements) {

  /** The longest text of each format; an offset of hours makes the longest time. */
  private static final Map<String, Integer> FORMATS =
      Map.of("uuid", 36, "date", 10, "date-time", 35);

  /** Bounds a schema and those within it; a component that it refers to is bounded by itself. */
  void bound(@Nullable Schema schema) {
    if (schema == null || schema.getRef() != null) {
      return;
    }
    List<Schema.SchemaType> types = schema.getType() == null ? List.of() : schema.getType();
    if (types.contains(Schema.SchemaType.STRING)) {
      text(schema);
    }
    if (types.contains(Schema.SchemaType.ARRAY) && schema.getMaxItems() == null) {
      schema.setMaxItems(elements);
    }
    if (types.contains(Schema.SchemaType.INTEGER)) {
      number(schema);
    }
    DocumentSchemas.parts(schema).forEach(this::bound);
  }

  private void text(Schema schema) {
    if (schema.getMaxLength() == null
        && schema.getEnumeration() == null
        && schema.getConstValue() == null) {
      String format = schema.getFormat() == null ? "" : schema.getFormat();
      schema.setMaxLength(FORMATS.getOrDefault(format, text));
    }
  }

  /** What the format can hold; a number without one has no bounds but those of its author. */
  private static void number(Schema schema) {
    boolean wide = "int64".equals(schema.getFormat());
    if (wide || "int32".equals(schema.getFormat())) {
      if (schema.getMinimum() == null) {
        schema.setMinimum(BigDecimal.valueOf(wide ? Long.MIN_VALUE : Integer.MIN_VALUE));
      }
      if (schema.getMaximum() == null) {
        schema.setMaximum(BigDecimal.valueOf(wide ? Long.MAX_VALUE : Integer.MAX_VALUE));
      }
    }
  }
}
