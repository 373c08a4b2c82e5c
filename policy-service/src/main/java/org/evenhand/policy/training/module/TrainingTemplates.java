package org.evenhand.policy.training.module;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.evenhand.kit.data.template.Template;
import org.evenhand.kit.data.template.TemplateKind;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.training.TrainingText;
import org.hibernate.reactive.mutiny.Mutiny;

/** The modules of the starter kit. One can be taken again, under another key. */
@ApplicationScoped
class TrainingTemplates implements TemplateKind {

  static final String NAME = "TRAINING_MODULE";

  private final People people;
  private final LeadRules rules;
  private final ObjectMapper mapper;

  TrainingTemplates(People people, LeadRules rules, ObjectMapper mapper) {
    this.people = people;
    this.rules = rules;
    this.mapper = mapper;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String folder() {
    return "training/";
  }

  @Override
  public List<String> keys() {
    return List.of("bias-awareness", "case-study", "evidence-notes");
  }

  @Override
  public String operation() {
    return "takeTrainingTemplate";
  }

  /** To those who could lead one. */
  @Override
  public Uni<List<String>> open(Mutiny.Session session) {
    return people
        .caller(session)
        .chain(caller -> canLead(session, caller))
        .map(can -> can ? keys() : List.of());
  }

  private Uni<Boolean> canLead(Mutiny.Session session, Actor caller) {
    return caller.employeeId() == null
        ? Uni.createFrom().item(false)
        : rules.canLead(session, caller.employeeId());
  }

  /** Of a case study without what it names: precedents have ids once they are published. */
  ModuleRequest module(Template template, TrainingTemplateRequest request) {
    ObjectNode module = template.body().required("module").deepCopy();
    module.set("coLeads", mapper.valueToTree(request.coLeads()));
    if (request.key() != null) {
      module.put("key", request.key());
    }
    return read(module, ModuleRequest.class);
  }

  TrainingText text(Template template) {
    return read(template.body().required("text"), TrainingText.class);
  }

  private <T> T read(JsonNode written, Class<T> type) {
    try {
      return mapper.treeToValue(written, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a template that is no module", e);
    }
  }
}
