package org.evenhand.review.importmapping;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.evenhand.kit.data.imports.ImportParameters;
import org.jspecify.annotations.Nullable;

/** What a request says of a file with keys, which may be in another system's form. */
public class MappedImportParameters extends ImportParameters {

  @QueryParam("similarKeysMeant")
  @DefaultValue("false")
  @Parameter(
      description =
          "true: a new key that differs from a known one by case, width or composition alone is"
              + " meant to be another; else its rows are refused as similar-key")
  public @Nullable Boolean similarKeysMeant;

  @QueryParam("mapping")
  @Parameter(
      description = "The name of the mapping by which the file is read; none: ours",
      example = "personio",
      schema = @Schema(implementation = String.class, pattern = ImportMappingResource.NAME))
  public @Nullable String mapping;

  @Override
  protected boolean similarKeysMeant() {
    return Boolean.TRUE.equals(similarKeysMeant);
  }
}
