package org.sistercities.quickstart;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.sistercities.quickstart.issuer.Identity;
import org.slf4j.LoggerFactory;

/** Starts the system, tells what to do with it, and stops it on Ctrl-C or when a part of it fails. */
public final class Quickstart {
    private final CommandLine options;
    private final DataFolder data;
    private final Progress progress = new Progress(System.out);

    private Quickstart(CommandLine options) {
        this.options = options;
        this.data = DataFolder.at(options.data());
    }

    public static void main(String[] arguments) {
        try {
            var home = Path.of(System.getProperty("sistercities.home", "")).toAbsolutePath();
            var options = CommandLine.parse(home, List.of(arguments));
            new Quickstart(options).run(home);
        } catch (CommandLine.NotUnderstood e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (Refused e) {
            System.err.println("\n" + e.getMessage() + "\n");
            System.exit(1);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private void run(Path home) throws IOException {
        var lock = RunLock.take(data.lock());
        if (options.reset()) data.reset();
        logTo(data.logs());
        var ports = Ports.choose(options.port(), options.freePorts(), progress::say);
        var addresses = new Addresses(ports);
        lock.say("pid %d, %s".formatted(ProcessHandle.current().pid(), addresses.gateway()));
        var identity = Identity.in(data.identity());

        var services = new Services(home, data, progress);
        var system = new RunningSystem(data, addresses, services, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(system), "stop"));
        system.start(identity);
        system.watch();
    }

    /** Before any other thread logs, so that nothing reaches the console. */
    private static void logTo(Path folder) {
        System.setProperty("quickstart.logs", folder.toString());
        LoggerFactory.getLogger(Quickstart.class).info("Logs are in {}", folder);
    }

    private void stop(RunningSystem system) {
        progress.say("Stopping");
        system.close();
        progress.say("Stopped");
    }
}
