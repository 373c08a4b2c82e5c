package org.evenhand.calibration.precedent.work;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.evenhand.calibration.directory.People;
import org.evenhand.calibration.precedent.work.PrecedentRequests.NewPrecedent;
import org.evenhand.kit.data.template.Template;
import org.evenhand.kit.data.template.TemplateKind;
import org.hibernate.reactive.mutiny.Mutiny;

/** The cases of the starter kit. One can be taken again, for another policy or criterion. */
@ApplicationScoped
class PrecedentTemplates implements TemplateKind {

  static final String NAME = "PRECEDENT";

  private final People people;
  private final ObjectMapper mapper;

  PrecedentTemplates(People people, ObjectMapper mapper) {
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

  NewPrecedent precedent(Template template, PrecedentTemplateRequest request) {
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
