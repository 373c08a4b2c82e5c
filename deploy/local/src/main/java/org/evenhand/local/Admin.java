package org.evenhand.local;

import java.io.IOException;
import java.util.List;
import org.evenhand.local.process.Ports;
import org.evenhand.local.process.Trouble;

/** Runs a command of a packaged service on the stack that is up, and ends with its exit code. */
public final class Admin {
  private static final int MISUSED = 2;

  private Admin() {}

  /** Called by deploy/local/admin, which sets the system properties. */
  public static void main(String[] arguments) throws InterruptedException {
    try {
      AdminOptions options = AdminOptions.parse(List.of(arguments));
      if (options.help()) {
        System.out.print(AdminOptions.HELP);
        return;
      }
      System.exit(run(Layout.fromProperties(), options));
    } catch (Trouble trouble) {
      System.err.println(trouble.sentence());
      System.exit(MISUSED);
    }
  }

  private static int run(Layout layout, AdminOptions options) throws InterruptedException {
    Ports ports = layout.portsInUse();
    if (!ports.postgresAnswers()) {
      throw new Trouble("The local stack is not up; start deploy/local/up and leave it running");
    }
    var service = Assembly.service(layout, ports, options.service(), false);
    service.requirePackaged();
    try {
      return service.command(options.command()).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new Trouble(options.service() + "-service can't be run: " + e.getMessage(), e);
    }
  }
}
