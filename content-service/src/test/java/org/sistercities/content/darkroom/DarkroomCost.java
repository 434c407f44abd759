package org.sistercities.content.darkroom;

import com.sun.management.OperatingSystemMXBean;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Prints what all prints of one picture cost: time, CPU of the whole process, and the peaks of heap and resident memory. One kind in each
 * process, so that peaks are its own. Arguments: a file's path, or jpeg or png with width and height. Those are made, and kept, by the first
 * run: a gradient with some noise, as a camera's picture is neither smooth nor random. The JDK writes no WebP.
 */
final class DarkroomCost {
    private static final int WARMING = 5;
    private static final int MEASURED = 10;
    private static final double MILLION = 1_000_000;

    private DarkroomCost() {}

    public static void main(String[] arguments) throws Exception {
        var file = file(arguments);
        System.gc();
        var pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        try (var darkroom = new Darkroom(1)) {
            for (int i = 0; i < WARMING; i++) darkroom.develop(Negative.of(file));
            pools.forEach(MemoryPoolMXBean::resetPeakUsage);
            long cpu = system.getProcessCpuTime();
            long start = System.nanoTime();
            int prints = 0;
            for (int i = 0; i < MEASURED; i++)
                prints = darkroom.develop(Negative.of(file)).size();
            System.out.printf(
                    "%s, %.1f MB: %d prints, %.0f ms, %.0f ms CPU, heap at most %.0f MB%n",
                    String.join(" ", arguments),
                    file.length / MILLION,
                    prints,
                    (System.nanoTime() - start) / MILLION / MEASURED,
                    (system.getProcessCpuTime() - cpu) / MILLION / MEASURED,
                    pools.stream()
                                    .mapToLong(pool -> pool.getPeakUsage().getUsed())
                                    .sum()
                            / MILLION);
        }
        var status = Path.of("/proc/self/status"); // Linux only
        if (Files.exists(status))
            Files.readString(status)
                    .lines()
                    .filter(line -> line.startsWith("VmHWM"))
                    .forEach(System.out::println);
    }

    private static byte[] file(String[] arguments) throws IOException {
        if (arguments.length == 1) return Files.readAllBytes(Path.of(arguments[0]));
        var kept = Path.of("target", String.join("-", arguments));
        if (Files.exists(kept)) return Files.readAllBytes(kept);
        var picture = picture(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        ImageIO.write(picture, arguments[0], kept.toFile());
        System.out.println("Made; run again to measure, as making it takes memory, too.");
        System.exit(0);
        throw new IllegalStateException();
    }

    private static BufferedImage picture(int width, int height) {
        var random = new Random(7);
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) {
                int noise = random.nextInt(12);
                int red = 200 * x / width + noise;
                int green = 200 * y / height + noise;
                picture.setRGB(x, y, (red << 16) | (green << 8) | (noise * 9));
            }
        return picture;
    }
}
