import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * What {@code bench serve --copying} compares with: a servlet as it is written in an afternoon. It reads a range into an array
 * and writes that; whole bodies go through an array of 64 KiB. No module of the build and in no product.
 */
public final class CopyingServer {

    private CopyingServer() {
    }

    /** Serves the file named until it is killed, and prints its address as {@code reelbench serve --json} does. */
    public static void main(String[] arguments) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(new ServletHolder(new Copying(arguments[0])), "/film.mp4");
        server.setHandler(context);
        server.start();
        System.out.println("{\"file\":\"film.mp4\",\"url\":\"http://127.0.0.1:" + connector.getLocalPort() + "/film.mp4\"}");
        server.join();
    }

    private static final class Copying extends HttpServlet {

        private static final long serialVersionUID = 1L;
        private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");
        private static final int WHOLE_BYTES = 64 * 1024;

        private final String file;

        Copying(String file) {
            this.file = file;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            try (RandomAccessFile in = new RandomAccessFile(file, "r")) {
                response.setContentType("video/mp4");
                Matcher range = RANGE.matcher(String.valueOf(request.getHeader("Range")));
                if (range.matches()) {
                    long first = Long.parseLong(range.group(1));
                    byte[] bytes = new byte[Math.toIntExact(Long.parseLong(range.group(2)) - first + 1)];
                    in.seek(first);
                    in.readFully(bytes);
                    response.setStatus(206);
                    response.setHeader("Content-Range", "bytes " + first + "-" + (first + bytes.length - 1) + "/" + in.length());
                    response.setContentLength(bytes.length);
                    response.getOutputStream().write(bytes);
                } else {
                    response.setContentLengthLong(in.length());
                    byte[] bytes = new byte[WHOLE_BYTES];
                    for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                        response.getOutputStream().write(bytes, 0, count);
                    }
                }
            }
        }
    }
}
