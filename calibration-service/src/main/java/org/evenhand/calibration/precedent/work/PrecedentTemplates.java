package org.evenhand.calibration.precedent.work;

import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.calibration.directory.People;
import org.evenhand.calibration.policy.PolicyVersions;
import org.evenhand.calibration.policy.VersionInForce;
import org.evenhand.calibration.precedent.work.PrecedentRequests.NewPrecedent;
import org.evenhand.kit.data.template.Template;
import org.evenhand.kit.data.template.TemplateKind;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/** The cases of the starter kit. One can be taken again, for another policy or criterion. */
@ApplicationScoped
class PrecedentTemplates implements TemplateKind {

  static final String NAME = "PRECEDENT";

  private final Mutiny.SessionFactory sessions;
  private final PolicyVersions versions;
  private final KitAnchors anchors;
  private final People people;
  private final ObjectMapper mapper;

  PrecedentTemplates(
      Mutiny.SessionFactory sessions,
      PolicyVersions versions,
      KitAnchors anchors,
      People people,
      ObjectMapper mapper) {
    this.sessions = sessions;
    this.versions = versions;
    this.anchors = anchors;
    this.people = people;
    this.mapper = mapper;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String folder() {
    return "precedents/";
  }

  @Override
  public List<String> keys() {
    return List.of(
        "double-load",
        "new-role-in-may",
        "promise-and-result",
        "right-and-hurtful",
        "seven-months",
        "whose-success");
  }

  @Override
  public String operation() {
    return "takePrecedentTemplate";
  }

  /** To all who read templates: each of them is of one side or the other. */
  @Override
  public Uni<List<String>> open(Mutiny.Session session) {
    return people.caller(session).map(caller -> keys());
  }

  /**
   * With the criterion and the level that it has in the kit, where they are left out.
   *
   * @throws Problem 422 where the policy means something else by that
   */
  Uni<NewPrecedent> precedent(Template template, PrecedentTemplateRequest request) {
    NewPrecedent chosen = chosen(template, request);
    return request.saysWhere()
        ? Uni.createFrom().item(chosen)
        : sessions
            .withTransaction(db -> versions.inForce(db, request.policyId()))
            .invoke(found -> found.ifPresent(version -> requireKits(version, template, chosen)))
            .replaceWith(chosen);
  }

  /** That no version is in force is said where all cases are written. */
  private void requireKits(VersionInForce version, Template template, NewPrecedent chosen) {
    JsonNode kit = template.body();
    String ofKit = kit.path("criterion").asText() + "/" + kit.path("ordinal").asInt();
    String text = version.anchors().get(chosen.criterion() + "/" + chosen.ordinal());
    if (!anchors.sayTheSame(text, ofKit)) {
      throw Problem.of(
              CalibrationProblem.CASE_NOT_PLACED,
              "The case is at %s by the anchors of the starter kit.".formatted(ofKit))
          .with(REQUIRED.at("/criterion", "is needed, as the policy has other anchors"))
          .with(REQUIRED.at("/ordinal", "is needed, as the policy has other anchors"));
    }
  }

  private NewPrecedent chosen(Template template, PrecedentTemplateRequest request) {
    ObjectNode precedent = template.body().deepCopy();
    precedent.put("policyId", request.policyId().toString());
    precedent.put("checkerExternalId", request.checkerExternalId());
    if (request.criterion() != null) {
      precedent.put("criterion", request.criterion());
      precedent
          .withArray("parts")
          .forEach(part -> ((ObjectNode) part).put("criterion", request.criterion()));
    }
    if (request.ordinal() != null) {
      precedent.put("ordinal", request.ordinal());
    }
    return template.with(precedent).bodyAs(NewPrecedent.class, mapper);
  }
}
