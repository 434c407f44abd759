package org.sistercities.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PortsTest {
    private final List<String> notices = new ArrayList<>();
    private ServerSocket other;

    @BeforeEach
    void somebody_listens() throws IOException {
        other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void and_goes() throws IOException {
        other.close();
    }

    @Test
    void a_taken_port_is_refused_with_the_one_who_has_it() {
        assertThatExceptionOfType(Ports.Taken.class)
                .isThrownBy(() -> Ports.choose(other.getLocalPort(), false, notices::add))
                .withMessageContaining("Port " + other.getLocalPort())
                .withMessageContaining("pid " + ProcessHandle.current().pid());
    }

    @Test
    void it_is_left_alone_when_others_will_do() {
        var ports = Ports.choose(other.getLocalPort(), true, notices::add);
        assertThat(ports.of(Listener.GATEWAY)).isPositive().isNotEqualTo(other.getLocalPort());
        assertThat(notices).anyMatch(notice -> notice.contains("the gateway takes " + ports.of(Listener.GATEWAY)));
    }

    @Test
    void zero_takes_any_free_ports_and_says_nothing_of_it() {
        var ports = Ports.choose(0, false, notices::add);
        assertThat(ports.of(Listener.GATEWAY)).isPositive();
        for (var listener : Listener.values())
            assertThat(ports.of(listener)).isPositive().isNotEqualTo(listener.usualPort());
        assertThat(notices).isEmpty();
    }

    @Test
    void no_port_is_given_out_twice() {
        var ports = Ports.choose(Listener.CITY.usualPort(), true, notices::add);
        assertThat(ports.chosen().values()).doesNotHaveDuplicates().hasSize(Listener.values().length);
    }

    @Test
    void a_listener_on_all_addresses_is_in_the_way_too() throws IOException {
        try (var everywhere = new ServerSocket(0)) {
            assertThat(Ports.isTaken(everywhere.getLocalPort())).isTrue();
        }
    }
}
