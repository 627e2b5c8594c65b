package sample;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Draws the pictures: java -Djava.awt.headless=true sample.Draw <folder> [name ...]. */
public final class Draw {

    private static final double MOMENT = 7;
    private static final double LATE = 16.4;

    private Draw() {}

    static Map<String, Supplier<Scene>> pictures() {
        Map<String, Supplier<Scene>> all = new LinkedHashMap<>();
        all.put("ferry-sunset", FerryScene::new);
        all.put("capstan-square", () -> new MarketScene(true));
        all.put("gannet-hill-tram", TramScene::new);
        all.put("fog-bell", FogBellScene::new);
        all.put("sea-wall", SeaWallScene::new);
        all.put("fanaux-quay", IslandScene::new);
        all.put("pilot-house", PilotScene::new);
        all.put("great-tide", TideScene::new);
        all.put("salt-tower", TowerScene::new);
        all.put("belfry", BelfryScene::new);
        all.put("ropewalk-stage", StageScene::new);
        all.put("book-boat", BookBoatScene::new);
        all.put("cold-water-plankton", PlanktonScene::new);
        all.put("leonids", MeteorScene::new);
        all.put("brent-geese", GeeseScene::new);
        all.put("widow-race", RaceScene::new);
        all.put("net-loft-chess", ChessScene::new);
        all.put("lampwick-lane", LaneScene::new);
        all.put("crossing-chart", ChartScene::new);
        return all;
    }

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        Map<String, Supplier<Scene>> all = pictures();
        int seed = 100;
        for (String name : all.keySet()) {
            seed += 10;
            if (args.length > 1 && !java.util.List.of(args).contains(name)) {
                continue;
            }
            Ink ink = new Ink((int) Ink.W);
            all.get(name).get().draw(ink, name.equals("great-tide") ? LATE : MOMENT);
            BufferedImage done = Press.finish(ink.image, 0.8, 0.22, seed);
            int size = Press.save(done, folder.resolve(name + ".jpg"));
            System.out.println(name + ".jpg " + size / 1000 + " kB");
        }
    }
}
