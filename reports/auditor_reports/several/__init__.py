"""What documents of several audits share: the frame of the HTML, what makes Markdown safe, the terminal."""
