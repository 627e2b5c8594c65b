package sample;

/** A picture; films call it again and again with the seconds that have passed. */
interface Scene {

    void draw(Ink ink, double t);
}
