package org.evenhand.kit.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.data.testapp.Thing;
import org.evenhand.kit.data.testapp.Things;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
class StepsTest {

  private static final UUID SOMEBODY = UUID.randomUUID();

  @Inject Steps steps;
  @Inject Things things;
  @Inject Database database;

  record OnThing(Mutiny.Session session, Thing thing) implements Steps.Context {

    @Override
    public UUID actor() {
      return SOMEBODY;
    }

    long version() {
      return thing.version();
    }
  }

  @Test
  void theFirstRefusalInTheOrderOfTheConventionsIsTheAnswer() {
    UUID id = Database.await(() -> things.create("lamp")).id();
    var refusals = List.of("load", "permit", "match", "take");

    for (int first = 0; first < refusals.size(); first++) {
      var refusing = Set.copyOf(refusals.subList(first, refusals.size()));
      var problem = assertThrows(Problem.class, () -> rename(id, refusing));
      assertEquals(status(refusals.get(first)), problem.type().status(), refusals.get(first));
    }
    assertEquals(0, told(id));
  }

  private static int status(String stage) {
    return switch (stage) {
      case "load" -> 404;
      case "permit" -> 403;
      case "match" -> 412;
      default -> 422;
    };
  }

  @Test
  void eventAndAuditCarryTheVersionAfterTheChange() {
    UUID id = Database.await(() -> things.create("lamp")).id();

    assertEquals(1L, rename(id, Set.of()));
    assertEquals(
        List.of(List.of("renamed", SOMEBODY.toString(), "1")),
        database.rows(
            "select action, actor, content::json ->> 'version' from audit where aggregate_id = ?",
            id));
  }

  @Test
  void whatCantBeToldOfIsNotDone() {
    UUID id = Database.await(() -> things.create("lamp")).id();

    assertThrows(
        IllegalStateException.class,
        () ->
            Database.await(
                () ->
                    steps
                        .load(session -> load(session, id))
                        .permitAll()
                        .add()
                        .takeNow(context -> renamed(context, "torch"))
                        .tell(
                            (context, name) -> {
                              throw new IllegalStateException("can't be told");
                            })
                        .answerNow((context, name) -> name)));

    assertEquals(
        List.of(List.of("lamp")), database.rows("select name from thing where id = ?", id));
  }

  @Test
  void whatCantBeAnsweredIsNotDone() {
    UUID id = Database.await(() -> things.create("lamp")).id();

    assertThrows(
        IllegalStateException.class,
        () ->
            Database.await(
                () ->
                    steps
                        .load(session -> load(session, id))
                        .permitAll()
                        .add()
                        .takeNow(context -> renamed(context, "torch"))
                        .tell((context, name) -> List.of(fact(context)))
                        .answerNow(
                            (context, name) -> {
                              throw new IllegalStateException("no view");
                            })));

    assertEquals(0, told(id));
  }

  @Test
  void whatIsMadeByItsFirstVersionNeedsAReadVersionFromThenOn() {
    UUID id = Database.await(() -> things.create("lamp")).id();

    assertEquals("new", put(id, null, OptionalLong.empty()));
    assertEquals("new", put(id, "\"0\"", OptionalLong.of(0)));
    for (var refused :
        Map.of(
                428, new Put(null, OptionalLong.of(0)),
                412, new Put("\"0\"", OptionalLong.empty()))
            .entrySet()) {
      Put put = refused.getValue();
      var problem = assertThrows(Problem.class, () -> put(id, put.ifMatch(), put.version()));
      assertEquals(refused.getKey(), problem.type().status());
    }
  }

  private record Put(String ifMatch, OptionalLong version) {}

  private String put(UUID id, String ifMatch, OptionalLong version) {
    return Database.await(
        () ->
            steps
                .load(session -> load(session, id))
                .permitAll()
                .matchIfThere(ifMatch, found -> version)
                .look(found -> "new"));
  }

  @Test
  void aSystemTakesAStepUnderTheIdOfItsClient() {
    UUID id = Database.await(() -> things.create("lamp")).id();
    record BySystem(Mutiny.Session session, UUID actor) implements Steps.Context {
      @Override
      public String author() {
        return "a-client";
      }
    }

    Database.await(
        () ->
            steps
                .load(session -> Uni.createFrom().item(new BySystem(session, id)))
                .permitAll()
                .add()
                .takeNow(step -> "done")
                .tell((step, done) -> List.of(Fact.noted("thing", id, "seen", null)))
                .answerNow((step, done) -> done));

    assertEquals(
        List.of(List.of("a-client")),
        database.rows("select actor from audit where aggregate_id = ?", id));
  }

  @Test
  void aLookRefusesLikeTheStepAndLeavesNoTrace() {
    UUID id = Database.await(() -> things.create("lamp")).id();
    var looked = new ArrayList<String>();

    Database.await(
        () ->
            steps
                .load(session -> load(session, id))
                .permitAll()
                .match("\"0\"", OnThing::version)
                .look(context -> looked.add(context.thing().name())));
    assertThrows(
        Problem.class,
        () ->
            Database.await(
                () ->
                    steps
                        .load(session -> load(session, id))
                        .permitAll()
                        .match("\"7\"", OnThing::version)
                        .look(context -> looked.add("never"))));

    assertEquals(List.of("lamp"), looked);
    assertEquals(0, told(id));
  }

  private long rename(UUID id, Set<String> refusing) {
    return Database.await(
        () ->
            steps
                .load(
                    session ->
                        load(session, id)
                            .invoke(found -> refuse("load", refusing, CommonProblem.NOT_FOUND)))
                .permit(found -> refuse("permit", refusing, CommonProblem.FORBIDDEN))
                .match(refusing.contains("match") ? "\"7\"" : "\"0\"", OnThing::version)
                .takeNow(
                    found -> {
                      refuse("take", refusing, CommonProblem.RULE_VIOLATED);
                      return renamed(found, "torch");
                    })
                .tell((found, name) -> List.of(fact(found)))
                .answerNow((found, name) -> found.version()));
  }

  private static void refuse(String stage, Set<String> refusing, CommonProblem problem) {
    if (refusing.contains(stage)) {
      throw Problem.of(problem, stage);
    }
  }

  private static Uni<OnThing> load(Mutiny.Session session, UUID id) {
    return session.find(Thing.class, id).map(thing -> new OnThing(session, thing));
  }

  private static String renamed(OnThing context, String name) {
    context.thing().rename(name);
    return name;
  }

  private static Fact fact(OnThing context) {
    Thing thing = context.thing();
    String id = thing.id().toString();
    var state = new Things.ThingState(thing.id(), thing.name(), thing.version());
    return Fact.told(
        "thing",
        thing.id(),
        "renamed",
        state,
        new OutboxEvent(
            Things.TOPIC, "org.evenhand.thing.named.v1", id, id, thing.version(), state));
  }

  private long told(UUID id) {
    return database.number("select count(*) from audit where aggregate_id = ?", id);
  }
}
