package org.evenhand.kit.web.answer;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.evenhand.kit.web.json.JsonPointer;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.ConstraintCode;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Bean Validation's findings, at the place where the client put the value. */
public class ValidationAnswers {

  private final Unexpected unexpected;

  ValidationAnswers(Unexpected unexpected) {
    this.unexpected = unexpected;
  }

  @ServerExceptionMapper
  public Response invalid(ConstraintViolationException e, ResourceInfo resource) {
    if (e.getConstraintViolations().stream().anyMatch(ValidationAnswers::isOurs)) {
      return unexpected.unexpected(e);
    }
    List<Violation> violations =
        e.getConstraintViolations().stream()
            .map(violation -> place(violation, resource.getResourceMethod()))
            .sorted(Comparator.comparing(ValidationAnswers::order))
            .toList();
    boolean parameters = violations.stream().allMatch(v -> v.parameter() != null);
    Problem problem =
        parameters
            ? Problem.of(CommonProblem.INVALID_PARAMETER, "A parameter is not valid.")
            : Problem.of(CommonProblem.MALFORMED_REQUEST, "The body does not fit the schema.");
    return ProblemBody.of(problem.with(violations)).toResponse();
  }

  /** An answer of ours that breaks its own constraints is not the client's fault. */
  private static boolean isOurs(ConstraintViolation<?> violation) {
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getKind() == ElementKind.RETURN_VALUE) {
        return true;
      }
    }
    return false;
  }

  private static Violation place(ConstraintViolation<?> violation, Method method) {
    List<Path.Node> inBody = new ArrayList<>();
    Iterator<Path.Node> path = violation.getPropertyPath().iterator();
    while (path.hasNext()) {
      Path.Node node = path.next();
      if (node.getKind() == ElementKind.PARAMETER) {
        int index = node.as(Path.ParameterNode.class).getParameterIndex();
        for (Annotation annotation : method.getParameterAnnotations()[index]) {
          String name = name(annotation);
          if (!name.isEmpty()) {
            return ConstraintCode.of(violation).parameter(name, violation.getMessage());
          }
        }
      } else if (node.getKind() != ElementKind.METHOD) {
        inBody.add(node);
      }
    }
    return ConstraintCode.of(violation).at(pointer(inBody), violation.getMessage());
  }

  private static String name(Annotation annotation) {
    if (annotation instanceof QueryParam query) {
      return query.value();
    }
    if (annotation instanceof HeaderParam header) {
      return header.value();
    }
    return annotation instanceof PathParam path ? path.value() : "";
  }

  /** An index belongs to the node after the list: "items", then "[0].name". */
  private static String pointer(List<Path.Node> nodes) {
    StringBuilder pointer = new StringBuilder();
    for (Path.Node node : nodes) {
      if (node.getIndex() != null) {
        pointer.append('/').append(node.getIndex());
      } else if (node.getKey() != null) {
        pointer.append(JsonPointer.token(node.getKey().toString()));
      }
      if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
        pointer.append(JsonPointer.token(node.getName()));
      }
    }
    return pointer.toString();
  }

  private static String order(Violation violation) {
    return violation.pointer() + "\n" + violation.parameter() + "\n" + violation.detail();
  }
}
