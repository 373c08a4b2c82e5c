package org.evenhand.policy.version.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.evenhand.kit.data.template.TemplateKind;
import org.evenhand.policy.directory.People;
import org.hibernate.reactive.mutiny.Mutiny;

/** The policy of the starter kit. Who takes it again begins another policy. */
@ApplicationScoped
class PolicyTemplates implements TemplateKind {

  static final String NAME = "POLICY";

  private final People people;

  PolicyTemplates(People people) {
    this.people = people;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> keys() {
    return List.of("policy");
  }

  @Override
  public String operation() {
    return "takePolicyTemplate";
  }

  @Override
  public Uni<List<String>> open(Mutiny.Session session) {
    return people
        .caller(session)
        .map(caller -> caller.hr() && caller.employeeId() != null ? keys() : List.of());
  }
}
