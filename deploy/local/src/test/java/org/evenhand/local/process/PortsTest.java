package org.evenhand.local.process;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void aTakenPortIsNamedWithThePartThatWantsIt() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ports ports = new Ports(0, 0, taken.getLocalPort(), 0, 0, 0, 0, 0, 0);

      assertThatThrownBy(ports::requireFree)
          .isInstanceOf(Trouble.class)
          .hasMessageContaining("Port " + taken.getLocalPort() + " (review-service) is taken");
    }
  }

  @Test
  void aPortTakenOnEveryAddressIsTakenOnTheLoopbackToo() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      Ports ports = new Ports(0, 0, 0, 0, 0, 0, 0, taken.getLocalPort(), 0);

      assertThatThrownBy(ports::requireFree).hasMessageContaining("(Kafka)");
    }
  }

  @Test
  void freePortsAreNoTrouble() {
    assertThatCode(() -> new Ports(0, 0, 0, 0, 0, 0, 0, 0, 0).requireFree())
        .doesNotThrowAnyException();
  }
}
