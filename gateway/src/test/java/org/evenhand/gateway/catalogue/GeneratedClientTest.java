package org.evenhand.gateway.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openapitools.codegen.CodegenConstants;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** The Java client as the guide generates it, and the guide's program with it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeneratedClientTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String REVIEW = "019a8c1e-6f00-7000-8000-000000000002";
  private static final String CLASS_PATH = System.getProperty("java.class.path");

  @TempDir static Path folder;

  private final AtomicReference<String> version = new AtomicReference<>("");
  private ObjectNode document;
  private HttpServer server;

  @BeforeAll
  void generate() throws IOException {
    document = new Suite().openApi();
    JSON.writeValue(folder.resolve("openapi.json").toFile(), document);
    CodegenConfigurator configured =
        new CodegenConfigurator()
            .setInputSpec(folder.resolve("openapi.json").toString())
            .setOutputDir(folder.resolve("client").toString())
            .setGeneratorName("java")
            .setLibrary("native")
            .setInvokerPackage("org.evenhand.client")
            .setApiPackage("org.evenhand.client.api")
            .setModelPackage("org.evenhand.client.model")
            .addAdditionalProperty("useJakartaEe", true)
            .addAdditionalProperty("openApiNullable", false)
            .addAdditionalProperty("enumUnknownDefaultCase", true);
    DefaultGenerator generator = new DefaultGenerator();
    generator.setGenerateMetadata(false);
    for (String left :
        List.of(
            CodegenConstants.API_DOCS,
            CodegenConstants.API_TESTS,
            CodegenConstants.MODEL_DOCS,
            CodegenConstants.MODEL_TESTS)) {
      generator.setGeneratorPropertyDefault(left, "false");
    }
    var ignored = generator.opts(configured.toClientOptInput()).generate();
    compile();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/reviews/" + REVIEW, this::answer);
    server.start();
  }

  @AfterAll
  void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  @Test
  void theProgramOfTheGuideWritesWhatNobodyElseHasChanged() throws Exception {
    version.set("\"7\"");
    assertEquals("José Núñez: SUBMITTED", run());
  }

  @Test
  void theProgramOfTheGuideNoticesByTheCodeThatSomebodyWasFaster() throws Exception {
    version.set("\"8\"");
    assertEquals("changed in the meantime: read it again", run());
  }

  private static void compile() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    var faults = new DiagnosticCollector<JavaFileObject>();
    Path program = folder.resolve("ContextNote.java");
    try (var shown = GeneratedClientTest.class.getResourceAsStream("/pages/ContextNote.java");
        var generated = Files.walk(folder.resolve("client/src/main/java"));
        var files = compiler.getStandardFileManager(faults, Locale.ROOT, StandardCharsets.UTF_8)) {
      Files.copy(shown, program);
      List<Path> sources =
          Stream.concat(
                  generated.filter(file -> file.toString().endsWith(".java")), Stream.of(program))
              .toList();
      List<String> options =
          List.of("-proc:none", "-nowarn", "-cp", CLASS_PATH, "-d", folder.toString());
      var units = files.getJavaFileObjectsFromPaths(sources);
      boolean compiled = compiler.getTask(null, files, faults, options, null, units).call();
      assertTrue(compiled, () -> faults.getDiagnostics().toString());
    }
  }

  private String run() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
                java,
                "-Dstdout.encoding=UTF-8",
                "-Dfile.encoding=UTF-8",
                "-cp",
                folder + File.pathSeparator + CLASS_PATH,
                "ContextNote",
                "Half of the team was new")
            .redirectErrorStream(true);
    String address = "http://localhost:" + server.getAddress().getPort();
    builder.environment().putAll(Map.of("EVENHAND", address, "TOKEN", "t", "REVIEW", REVIEW));
    return new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .strip();
  }

  /** Version 7 is what is read; what the server has by then decides about the change. */
  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean read = exchange.getRequestMethod().equals("GET");
      String named = exchange.getRequestHeaders().getFirst("If-Match");
      if (read || version.get().equals(named)) {
        exchange.getResponseHeaders().add("ETag", "\"7\"");
        send(exchange, 200, document.at("/components/schemas/ReviewView/examples/0").toString());
      } else {
        send(exchange, 412, "{\"code\": \"PRECONDITION_FAILED\", \"detail\": \"It was changed\"}");
      }
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
