package org.evenhand.kit.web.request;

import static org.evenhand.kit.web.problem.ViolationCode.DUPLICATE;
import static org.evenhand.kit.web.problem.ViolationCode.MALFORMED;
import static org.evenhand.kit.web.problem.ViolationCode.UNKNOWN;

import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that the operation doesn't know. JAX-RS ignores them, so {@code
 * ?dry_run=true} would run for real, and {@code ?rol=reviewer} would answer for every role. The
 * known names are those that the matched method declares.
 */
@Singleton
public class QueryParameters {

  /** 413 comes before 400. */
  private static final int AFTER_BODY_LIMIT = BodyLimit.ORDER + 10;

  private final Map<Method, SortedSet<String>> known = new ConcurrentHashMap<>();

  @ServerRequestFilter(nonBlocking = true, priority = AFTER_BODY_LIMIT)
  public void check(ResourceInfo resource, UriInfo address) {
    Map<String, List<String>> given = address.getQueryParameters();
    if (given.isEmpty()) {
      return;
    }
    SortedSet<String> names =
        known.computeIfAbsent(resource.getResourceMethod(), QueryParameters::declared);
    List<Violation> violations = new ArrayList<>();
    given.forEach((name, values) -> check(name, values, names, violations));
    if (!violations.isEmpty()) {
      throw Problem.of(CommonProblem.INVALID_PARAMETER, "A parameter is not valid.")
          .with(violations);
    }
  }

  private static void check(
      String name, List<String> values, SortedSet<String> known, List<Violation> violations) {
    if (!known.contains(name)) {
      String names = known.isEmpty() ? "none is" : "known are " + String.join(", ", known);
      violations.add(UNKNOWN.parameter(name, "is not known here; " + names));
    } else if (values.size() > 1) {
      violations.add(DUPLICATE.parameter(name, "must be given once"));
    } else if (values.get(0).isEmpty()) {
      violations.add(MALFORMED.parameter(name, "must not be empty; leave it out instead"));
    }
  }

  private static SortedSet<String> declared(Method method) {
    SortedSet<String> names = new TreeSet<>();
    for (Parameter parameter : method.getParameters()) {
      names(parameter, parameter.getType()).forEach(names::add);
    }
    return names;
  }

  private static Stream<String> names(AnnotatedElement place, Class<?> type) {
    if (place.isAnnotationPresent(BeanParam.class)) {
      return Stream.<Class<?>>iterate(type, bean -> bean != null, Class::getSuperclass)
          .flatMap(bean -> Stream.of(bean.getDeclaredFields()))
          .flatMap(field -> names(field, field.getType()));
    }
    QueryParam query = place.getAnnotation(QueryParam.class);
    return query == null ? Stream.empty() : Stream.of(query.value());
  }
}
