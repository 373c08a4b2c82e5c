package org.evenhand.kit.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status.Family;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.evenhand.kit.web.security.Caller;
import org.evenhand.kit.web.security.Roles;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Puts names into an answer, with one question for all of its people. The operation has ended by
 * then, and with it its transaction: while names are waited for, no connection to the database is
 * held.
 *
 * <p>A {@link PersonRef} is found in the answer's JSON. Nothing else can look like it: in a string
 * the quotation marks would be escaped. So the stored answer to a command, which is JSON and has no
 * names, is treated as any other.
 */
public class NamesInAnswers {

  private static final Pattern PERSON =
      Pattern.compile("\\{\"id\":\"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\",\"name\":null}");

  private final Names names;
  private final Caller caller;
  private final ObjectMapper mapper;

  NamesInAnswers(Names names, Caller caller, ObjectMapper mapper) {
    this.names = names;
    this.caller = caller;
    this.mapper = mapper;
  }

  /** After all filters that look at the view. */
  @ServerResponseFilter(priority = Priorities.ENTITY_CODER)
  public Uni<Void> name(ContainerResponseContext response) {
    if (!isJson(response)) {
      return Uni.createFrom().voidItem();
    }
    String json = response.getEntity() instanceof String text ? text : json(response.getEntity());
    return names(people(json))
        .invoke(found -> response.setEntity(named(json, found)))
        .replaceWithVoid();
  }

  private Uni<Map<UUID, String>> names(Set<UUID> people) {
    return people.isEmpty() || isUnnamed() ? Uni.createFrom().item(Map.of()) : names.of(people);
  }

  private static boolean isJson(ContainerResponseContext response) {
    return response.hasEntity()
        && response.getStatusInfo().getFamily() == Family.SUCCESSFUL
        && MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType());
  }

  /** Auditors check that something was done, and systems count; neither needs a name for it. */
  private boolean isUnnamed() {
    return caller.isClient() || caller.has(Roles.AUDITOR);
  }

  private static Set<UUID> people(String json) {
    return PERSON
        .matcher(json)
        .results()
        .map(person -> UUID.fromString(person.group(1)))
        .collect(Collectors.toSet());
  }

  private String named(String json, Map<UUID, String> names) {
    return PERSON
        .matcher(json)
        .replaceAll(
            person -> {
              String id = person.group(1);
              String name = names.get(UUID.fromString(id));
              String more = name == null ? "" : ",\"name\":" + json(name);
              return Matcher.quoteReplacement("{\"id\":\"" + id + "\"" + more + "}");
            });
  }

  private String json(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not writable as JSON: " + value.getClass(), e);
    }
  }
}
