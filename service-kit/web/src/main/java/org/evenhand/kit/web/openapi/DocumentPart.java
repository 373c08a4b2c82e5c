package org.evenhand.kit.web.openapi;

import org.eclipse.microprofile.openapi.models.OpenAPI;

/**
 * What another part of the kit says in the document, before {@link SuiteConventions} completes it;
 * found as a {@code ServiceLoader} does. A filter of its own would come before or after the
 * conventions as chance has it.
 */
public interface DocumentPart {

  void addTo(OpenAPI api);
}
