package org.sistercities.quickstart.process;

/** In a service's place: stays until it is stopped; with an argument, it starts a process and logs its id. */
public final class DummyService {

    private DummyService() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0)
            System.out.println(new ProcessBuilder("sleep", "600").start().pid());
        Thread.sleep(Long.MAX_VALUE);
    }
}
