package org.evenhand.bench.submit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.evenhand.local.postgres.Database;
import org.evenhand.local.process.Trouble;

/** PostgreSQL's own load generator, with prepared statements, as the services have them. */
final class Pgbench implements SameSql {
  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without");
  private static final Pattern PROCESSED =
      Pattern.compile("number of transactions actually processed: (\\d+)/(\\d+)");

  private final Path program;
  private final Database database;
  private final int clients;
  private final Path folder;

  private Pgbench(Path program, Database database, int clients, Path folder) {
    this.program = program;
    this.database = database;
    this.clients = clients;
    this.folder = folder;
  }

  /** Empty when the machine has no pgbench; the PostgreSQL of the local stack comes without it. */
  static Optional<SameSql> find(Database database, int clients, Path folder) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(place -> Path.of(place, "pgbench"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(program -> new Pgbench(program, database, clients, folder));
  }

  @Override
  public String name() {
    return "pgbench, " + clients + " clients";
  }

  @Override
  public double rate(Script script, long from, long count) throws Exception {
    Path file = folder.resolve("submission.sql");
    Files.createDirectories(folder);
    Files.writeString(file, text(script));
    List<String> command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + clients,
                "--jobs=1",
                "--transactions=" + count / clients,
                "--file=" + file,
                "--host=127.0.0.1",
                "--port=" + database.port(),
                "--username=" + database.role(),
                "--define=first=" + from,
                "--define=done=-1"));
    script.constants().forEach((name, value) -> command.add("--define=" + name + "=" + value));
    command.add(database.name());
    return rate(run(command), command);
  }

  /** Variables of a client keep their values from one run of the script to the next. */
  private String text(Script script) {
    StringBuilder text = new StringBuilder();
    text.append("\\set done :done + 1\n")
        .append("\\set n :first + :client_id + :done * " + clients + "\n")
        .append("\\set m 1 + :n / " + Numbered.REPORTS + "\n");
    script.statements().forEach(statement -> text.append(statement).append(";\n"));
    return text.toString();
  }

  private String run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PGPASSWORD", database.password());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new Trouble("pgbench failed: " + said.strip());
    }
    return said;
  }

  private static double rate(String said, List<String> command) {
    Matcher rate = RATE.matcher(said);
    Matcher processed = PROCESSED.matcher(said);
    if (!rate.find() || !processed.find() || !processed.group(1).equals(processed.group(2))) {
      throw new Trouble(command.get(0) + " said something else than expected: " + said.strip());
    }
    return Double.parseDouble(rate.group(1));
  }
}
