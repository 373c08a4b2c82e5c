package org.evenhand.kit.data.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import org.evenhand.kit.data.command.Command;

/** {@code verify-audit [seal]}: exits with 0 when nothing was changed, else with 1 and what was. */
@ApplicationScoped
public class VerifyAudit implements Command {

  private final AuditVerification verification;

  public VerifyAudit(AuditVerification verification) {
    this.verification = verification;
  }

  @Override
  public String name() {
    return "verify-audit";
  }

  @Override
  public String arguments() {
    return "[<seal>:<hash> from the log]";
  }

  @Override
  public int run(List<String> arguments) throws SQLException {
    var report = verification.verify(arguments.isEmpty() ? null : arguments.get(0));
    report.findings().forEach(System.out::println);
    System.out.printf(
        "%d entries, %d seals: %s%n",
        report.entries(), report.seals(), report.intact() ? "intact" : "NOT INTACT");
    return report.intact() ? 0 : 1;
  }
}
