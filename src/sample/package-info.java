/**
 * Draws the pictures, films and sounds of the sample site in config/sample.
 *
 * <p>Everything is drawn by plain Java and comes out the same on every run. To make all of it again, with ffmpeg on
 * the path:
 *
 * <pre>
 * src/sample/draw.sh
 * </pre>
 *
 * <p>To draw only pictures, all or some by name:
 *
 * <pre>
 * javac -d target/sample src/sample/*.java
 * java -Djava.awt.headless=true -cp target/sample sample.Draw config/sample/pictures salt-tower
 * </pre>
 */
package sample;
