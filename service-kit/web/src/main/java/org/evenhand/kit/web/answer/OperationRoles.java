package org.evenhand.kit.web.answer;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Which roles open which operation of this service. Quarkus checks roles itself, but only after the
 * media types; this class is asked where that order would tell a stranger too much.
 */
@Singleton
class OperationRoles {

  private record Door(String method, String template, Pattern path, @Nullable Set<String> roles) {

    boolean opensTo(SecurityIdentity identity) {
      return roles == null || roles.stream().anyMatch(identity::hasRole);
    }
  }

  private final BeanManager beans;
  private final SecurityIdentity identity;
  private volatile @Nullable List<Door> known;

  OperationRoles(BeanManager beans, SecurityIdentity identity) {
    this.beans = beans;
    this.identity = identity;
  }

  /** Why the present caller would not be let in; empty when they would. */
  Optional<Problem> refusal(String method, String path) {
    return doors().stream()
        .filter(door -> door.method.equals(method) && door.path.matcher(path).matches())
        .findFirst()
        .filter(door -> !door.opensTo(identity))
        .map(door -> HttpAnswers.plain(identity.isAnonymous() ? 401 : 403));
  }

  /** What is offered at a path. */
  Set<String> methods(String path) {
    return doors().stream()
        .filter(door -> door.path.matcher(path).matches())
        .map(Door::method)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Literal segments win over parameters, as in JAX-RS. */
  private List<Door> doors() {
    List<Door> doors = known;
    if (doors == null) {
      doors =
          beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
              .map(Bean::getBeanClass)
              .filter(type -> type.isAnnotationPresent(Path.class))
              .distinct()
              .flatMap(OperationRoles::of)
              .sorted(Comparator.comparing(door -> door.template.replace('{', '\uffff')))
              .toList();
      known = doors;
    }
    return doors;
  }

  private static Stream<Door> of(Class<?> resource) {
    String prefix = resource.getAnnotation(Path.class).value();
    return Arrays.stream(resource.getMethods())
        .flatMap(
            method ->
                httpMethod(method).map(http -> door(resource, method, prefix, http)).stream());
  }

  private static Door door(Class<?> resource, Method method, String prefix, String http) {
    Path path = method.getAnnotation(Path.class);
    String template = "/" + prefix + "/" + (path == null ? "" : path.value());
    String clean = template.replaceAll("/+", "/").replaceAll("(.)/$", "$1");
    return new Door(http, clean, Pattern.compile(regex(clean)), roles(resource, method));
  }

  private static String regex(String template) {
    StringBuilder regex = new StringBuilder();
    for (String segment : template.substring(1).split("/")) {
      regex.append('/').append(segment.contains("{") ? "[^/]+" : Pattern.quote(segment));
    }
    return regex.append("/?").toString();
  }

  /** Null when everybody may enter. */
  private static @Nullable Set<String> roles(Class<?> resource, Method method) {
    for (var declared : List.of(method, resource)) {
      if (declared.isAnnotationPresent(PermitAll.class)) {
        return null;
      }
      RolesAllowed allowed = declared.getAnnotation(RolesAllowed.class);
      if (allowed != null) {
        return Set.of(allowed.value());
      }
    }
    return Set.of();
  }

  private static Optional<String> httpMethod(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .map(type -> type.getAnnotation(HttpMethod.class))
        .filter(http -> http != null)
        .map(HttpMethod::value)
        .findFirst();
  }
}
