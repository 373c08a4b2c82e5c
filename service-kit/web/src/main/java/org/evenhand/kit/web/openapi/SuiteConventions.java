package org.evenhand.kit.web.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Adds to every operation what holds for all of them: who may call it, which problems it answers
 * with, what its headers mean. No author has to write it, and none can forget it.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class SuiteConventions implements OASFilter {

  @Override
  public void filterOpenAPI(OpenAPI api) {
    if (api.getComponents() == null) {
      api.setComponents(OASFactory.createComponents());
    }
    ProblemComponents.addTo(api.getComponents());
    if (api.getPaths() == null) {
      return;
    }
    api.getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach((method, operation) -> complete(path, method, operation)));
  }

  private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
    roles(operation);
    parameters(operation);
    if (operation.getResponses() == null) {
      operation.setResponses(OASFactory.createAPIResponses());
    }
    for (int status : ProblemComponents.of(path, method, operation)) {
      // SmallRye adds bare 401 and 403 answers; ours say what the body is
      APIResponse given = operation.getResponses().getAPIResponse(Integer.toString(status));
      if (given == null || given.getRef() == null && given.getContent() == null) {
        operation
            .getResponses()
            .addAPIResponse(Integer.toString(status), ProblemComponents.reference(status));
      }
    }
    if (operation.getResponses().getDefaultValue() == null) {
      operation.getResponses().setDefaultValue(ProblemComponents.referenceToAny());
    }
  }

  /** The roles stand as scopes of the security requirement, where few readers look. */
  private static void roles(Operation operation) {
    if (operation.getSecurity() == null) {
      return;
    }
    Set<String> roles =
        operation.getSecurity().stream()
            .flatMap(requirement -> requirement.getSchemes().values().stream())
            .flatMap(scopes -> scopes.stream())
            .collect(Collectors.toCollection(TreeSet::new));
    if (roles.isEmpty()) {
      return;
    }
    operation.addExtension("x-roles", roles.stream().toList());
    String described =
        operation.getDescription() == null ? "" : operation.getDescription() + "\n\n";
    operation.setDescription(described + "Roles: " + String.join(", ", roles) + ".");
  }

  private static final Map<String, String> HEADERS =
      Map.of(
          "If-Match",
          "The ETag that was read with the resource: 428 without it, 412 when it has changed since",
          "Idempotency-Key",
          "A key of the client's choice: a repeat with the same key and body gets the first answer,"
              + " for 24 hours");

  private static void parameters(Operation operation) {
    if (operation.getParameters() == null) {
      return;
    }
    for (Parameter parameter : operation.getParameters()) {
      String words = parameter.getName() == null ? null : HEADERS.get(parameter.getName());
      if (words != null && parameter.getDescription() == null) {
        parameter.setDescription(words);
      }
    }
  }
}
