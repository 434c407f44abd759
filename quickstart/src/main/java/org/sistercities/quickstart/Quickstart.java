package org.sistercities.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sistercities.quickstart.issuer.Identity;
import org.sistercities.quickstart.sample.Gateway;
import org.sistercities.quickstart.sample.SampleData;
import org.slf4j.Logger;
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
            log().error("Cannot go on", e);
            System.err.println("\n" + rootCause(e) + "\nMore in logs/launcher.log of the data folder.\n");
            System.exit(1);
        }
    }

    private static Throwable rootCause(Throwable e) {
        return e.getCause() == null ? e : rootCause(e.getCause());
    }

    private void run(Path home) throws IOException {
        var lock = RunLock.take(data.lock());
        data.forgetRun(); // somebody may have been killed
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
        if (options.sampleData()) loadSampleData(addresses, identity);
        RunFile.of(addresses, identity, services.running()).write(data.run());
        progress.say("Ready. At the same time, mostly: " + progress.summary());
        progress.print(Welcome.text(addresses, identity, data));
        system.trainCaches();
        system.watch();
    }

    private void loadSampleData(Addresses addresses, Identity identity) {
        if (Files.exists(data.sampleDataLoaded())) return;
        try {
            var gateway = new Gateway(addresses.gateway(), addresses.tokenEndpoint(), identity.secrets());
            progress.step("sample data", () -> {
                new SampleData(gateway, progress::say).load();
                return Files.createFile(data.sampleDataLoaded());
            });
        } catch (Exception e) {
            log().error("The sample data", e);
            progress.say("The sample data is not complete; the next start tries again. " + e.getMessage());
        }
    }

    /** Before any other thread logs, so that nothing reaches the console. */
    private static void logTo(Path folder) {
        System.setProperty("quickstart.logs", folder.toString());
        log().info("Logs are in {}", folder);
    }

    private static Logger log() {
        return LoggerFactory.getLogger(Quickstart.class);
    }

    private void stop(RunningSystem system) {
        progress.say("Stopping");
        data.forgetRun();
        system.close();
        progress.say("Stopped");
    }
}
