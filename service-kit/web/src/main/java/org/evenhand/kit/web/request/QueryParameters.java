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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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

  private final Map<Method, SortedMap<String, Boolean>> known = new ConcurrentHashMap<>();

  @ServerRequestFilter(nonBlocking = true, priority = AFTER_BODY_LIMIT)
  public void check(ResourceInfo resource, UriInfo address) {
    Map<String, List<String>> given = address.getQueryParameters();
    if (given.isEmpty()) {
      return;
    }
    require(given, known.computeIfAbsent(resource.getResourceMethod(), QueryParameters::declared));
  }

  /**
   * For what is asked without JAX-RS.
   *
   * @param known the names, and whether each may be given several times
   * @throws Problem INVALID_PARAMETER
   */
  public static void require(Map<String, List<String>> given, SortedMap<String, Boolean> known) {
    List<Violation> violations = new ArrayList<>();
    given.forEach((name, values) -> check(name, values, known, violations));
    if (!violations.isEmpty()) {
      throw Problem.of(CommonProblem.INVALID_PARAMETER, "A parameter is not valid.")
          .with(violations);
    }
  }

  private static void check(
      String name,
      List<String> values,
      SortedMap<String, Boolean> known,
      List<Violation> violations) {
    if (!known.containsKey(name)) {
      String names = known.isEmpty() ? "none is" : "known are " + String.join(", ", known.keySet());
      violations.add(UNKNOWN.parameter(name, "is not known here; " + names));
    } else if (values.size() > 1 && !known.get(name)) {
      violations.add(DUPLICATE.parameter(name, "must be given once"));
    } else if (values.contains("")) {
      violations.add(MALFORMED.parameter(name, "must not be empty; leave it out instead"));
    }
  }

  /** The names, and whether each may be given several times. */
  private static SortedMap<String, Boolean> declared(Method method) {
    SortedMap<String, Boolean> names = new TreeMap<>();
    for (Parameter parameter : method.getParameters()) {
      collect(parameter, parameter.getType(), names);
    }
    return names;
  }

  private static void collect(
      AnnotatedElement place, Class<?> type, SortedMap<String, Boolean> names) {
    if (place.isAnnotationPresent(BeanParam.class)) {
      Stream.<Class<?>>iterate(type, bean -> bean != null, Class::getSuperclass)
          .flatMap(bean -> Stream.of(bean.getDeclaredFields()))
          .forEach(field -> collect(field, field.getType(), names));
    }
    QueryParam query = place.getAnnotation(QueryParam.class);
    if (query != null) {
      names.put(query.value(), Collection.class.isAssignableFrom(type));
    }
  }
}
