package org.evenhand.policy.charter.work;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.evenhand.kit.data.template.Template;
import org.evenhand.kit.data.template.TemplateKind;
import org.evenhand.policy.charter.CharterContent;
import org.evenhand.policy.charter.CharterRepository;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.directory.People;
import org.hibernate.reactive.mutiny.Mutiny;

/** The charter of the starter kit. */
@ApplicationScoped
class CharterTemplates implements TemplateKind {

  static final String NAME = "CHARTER";

  private final People people;
  private final CharterRepository repository;
  private final ObjectMapper mapper;

  CharterTemplates(People people, CharterRepository repository, ObjectMapper mapper) {
    this.people = people;
    this.repository = repository;
    this.mapper = mapper;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> keys() {
    return List.of("charter");
  }

  @Override
  public String operation() {
    return "takeCharterTemplate";
  }

  /** Not while another one is drafted or signed. */
  @Override
  public Uni<List<String>> open(Mutiny.Session session) {
    return people.caller(session).chain(caller -> open(session, caller));
  }

  private Uni<List<String>> open(Mutiny.Session session, Actor caller) {
    if (!caller.hr() || caller.employeeId() == null) {
      return Uni.createFrom().item(List.of());
    }
    return repository
        .latest(session)
        .map(
            latest ->
                latest.filter(charter -> charter.state().underWay()).isPresent()
                    ? List.of()
                    : keys());
  }

  CharterContent content(Template template, CharterTemplateRequest request) {
    ObjectNode content = template.body().deepCopy();
    content.put("owner", request.owner().toString());
    content.put("inForceOn", request.inForceOn().toString());
    return template.with(content).bodyAs(CharterContent.class, mapper);
  }
}
